import { writeFileSync } from 'node:fs'
import { xCommunity } from 'guanxi/cases'
import { runScenario, buildAlliance } from 'guanxi/scenarios'
import { compareView, networkView, toSvg } from 'guanxi/view'
const n = xCommunity()
const o='/tmp/vw/out/'
console.log(n.order,n.size)
writeFileSync(o+'default.svg', toSvg(networkView(n)))
writeFileSync(o+'panels.svg', toSvg(['power','resources','trust'].map(layer=>networkView(n,{layer,lang:'zh'}))))
const r = runScenario(n, { strategies: [buildAlliance()], weeks: 52, seed: 1 })
const c = compareView(n, r.after)
writeFileSync(o+'compare.svg', toSvg(c))
writeFileSync(o+'levels.svg', toSvg(networkView(n,{layout:'levels',layer:'power',theme:'dark'})))
