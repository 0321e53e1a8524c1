import '@xyflow/react/dist/style.css'
import {
  BaseEdge,
  Controls,
  type Edge,
  type EdgeProps,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  useInternalNode,
} from '@xyflow/react'
import { xCommunity } from 'guanxi/cases'
import { buildAlliance, extendRelations, runScenario } from 'guanxi/scenarios'
import { timelineView, toReactFlow } from 'guanxi/view'
import { StrictMode, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'

const network = xCommunity()
const weeks = Array.from({ length: 14 }, (_, k) => 4 * k)
const networks = weeks.map(
  week => runScenario(network, { strategies: [buildAlliance(), extendRelations()], weeks: week }).after,
)
const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
const { views } = timelineView(networks, { layer: 'trust', theme })

type Actor = Node<{ label: string; color: string; side: string }>
type Tie = Edge<{ curvature: number }>

function ActorShape({ data }: NodeProps<Actor>) {
  return (
    <div className="actor" style={{ background: data.color }}>
      <Handle type="target" position={Position.Top} />
      <span className={data.side}>{data.label}</span>
      <Handle type="source" position={Position.Top} />
    </div>
  )
}

/** React Flow's own edges would lie on each other: this one bends to the right of its way, as the view says. */
function TieLine({ source, target, data, style, markerEnd }: EdgeProps<Tie>) {
  const from = useInternalNode(source)
  const to = useInternalNode(target)
  if (!from || !to || !data) return null
  const [a, b] = [from, to].map(({ internals, measured }) => ({
    x: internals.positionAbsolute.x + (measured.width ?? 0) / 2,
    y: internals.positionAbsolute.y + (measured.height ?? 0) / 2,
    r: (measured.width ?? 0) / 2 + 3,
  })) as [{ x: number; y: number; r: number }, { x: number; y: number; r: number }]
  const bend = { x: (a.x + b.x) / 2 - data.curvature * (b.y - a.y), y: (a.y + b.y) / 2 + data.curvature * (b.x - a.x) }
  const rim = ({ x, y, r }: typeof a) => {
    const far = Math.hypot(bend.x - x, bend.y - y) || 1
    return `${x + ((bend.x - x) * r) / far} ${y + ((bend.y - y) * r) / far}`
  }
  return (
    <BaseEdge
      path={`M${rim(a)}Q${bend.x} ${bend.y} ${rim(b)}`}
      {...(style ? { style } : {})}
      {...(markerEnd ? { markerEnd } : {})}
    />
  )
}

const nodeTypes = { actor: ActorShape }
const edgeTypes = { tie: TieLine }

function App() {
  const [step, setStep] = useState(0)
  const view = views[step]!
  const { nodes, edges } = useMemo(() => {
    const graph = structuredClone(toReactFlow(view))
    return {
      nodes: graph.nodes.map(node => ({ ...node, type: 'actor', draggable: false })) as unknown as Actor[],
      edges: graph.edges.map(edge => ({ ...edge, type: 'tie' })) as unknown as Tie[],
    }
  }, [view])
  return (
    <main>
      <h1>Week by week, with React Flow</h1>
      <p>
        Trust between the actors of the X community while an alliance is built and relations are extended, in this
        model.
      </p>
      <div className="buttons">
        <label htmlFor="week">Week</label>
        <input
          id="week"
          type="range"
          min={0}
          max={weeks.length - 1}
          value={step}
          aria-valuetext={`week ${weeks[step]}`}
          onChange={event => setStep(Number(event.target.value))}
        />
        <output htmlFor="week">{weeks[step]}</output>
      </div>
      <section className="picture" aria-label={view.description}>
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          colorMode="system"
          nodesConnectable={false}
          fitView
        >
          <Controls showInteractive={false} />
        </ReactFlow>
      </section>
    </main>
  )
}

createRoot(document.querySelector('#root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
