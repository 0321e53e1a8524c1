/** Version of the package, for manifests and reports; a test holds it to package.json. */
export const version = '0.1.0'
