import { defineConfig, mergeConfig } from 'vitest/config'
import base from './vitest.config.ts'

// Long: 2,000 simulated networks a null. `npm run test:calibration`; the normal run leaves it out.
const config = mergeConfig(base, defineConfig({ test: { testTimeout: 1_200_000 } }))
config.test!.include = ['test/**/*.calibration.ts']

export default config
