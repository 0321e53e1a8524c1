import { xCommunity } from 'guanxi/cases'
import { buildAlliance, extendRelations, sustainCooperation } from 'guanxi/scenarios'
import { createJob } from '/work/trees/ensemble/src/scenarios/ensemble/createJob.ts'
import { blockRunner } from '/work/trees/ensemble/src/scenarios/ensemble/blockRunner.ts'
const scenarios = [{ name: 'as it is', strategies: [] }, { name: 'alliance', strategies: [buildAlliance()] }, { name: 'all', strategies: [sustainCooperation(), buildAlliance(), extendRelations()] }, { name: 's', strategies: [sustainCooperation()]},{ name: 'e', strategies: [extendRelations()]}]
const job = createJob('x', xCommunity(), scenarios, { replications: 1e6, seed: 1 })
const r = blockRunner(job)
const run=(from:number,to:number)=>{const g=r.steps({from,to}); for(;;){const s=g.next(); if(s.done) return s.value}}
run(1000,2000)
for(let i=0;i<5;i++){ const t=performance.now(); run(2000+i*2000,4000+i*2000); console.log(((performance.now()-t)/10000).toFixed(4),'ms a run') }
