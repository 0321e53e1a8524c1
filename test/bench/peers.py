"""Peers of test/bench/run.ts: times python-igraph, graph-tool or SciPy on the same network, one JSON line a cell.

usage: peers.py igraph|graph-tool|scipy FOLDER COUNT TIES CELL...
FOLDER holds source.i32, target.i32, power.f64, resources.f64, trust.f64.
"""
import gc, json, os, sys, time, warnings
import numpy as np

warnings.filterwarnings("ignore")
peer, folder, count, ties, names = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), sys.argv[5:]
read = lambda name, kind: np.fromfile(os.path.join(folder, name), dtype=kind)
source, target = read("source.i32", np.int32), read("target.i32", np.int32)
power, resources, trust = read("power.f64", np.float64), read("resources.f64", np.float64), read("trust.f64", np.float64)
relative = lambda values: float(np.nansum(values) / np.nanmax(values))

if peer == "igraph":
    import igraph

    def build():
        return igraph.Graph(n=count, edges=np.column_stack([source, target]), directed=True,
                            edge_attrs={"power": power.tolist(), "resources": resources.tolist(), "trust": trust.tolist()})

    def hits(g):
        g.hub_score(weights="power")
        return relative(g.authority_score(weights="power"))

    def flow_hierarchy(g):
        part, arcs = np.array(g.connected_components(mode="strong").membership), np.array(g.get_edgelist())
        return 1 - float((part[arcs[:, 0]] == part[arcs[:, 1]]).mean())

    cells = {
        "reciprocity": lambda g: g.reciprocity(),
        "dyadCensus": lambda g: g.dyad_census()[0],
        "strength": lambda g: sum(g.strength(mode="in", weights="power")),
        "pageRank": lambda g: relative(g.pagerank(weights="power")),
        "hits": hits,
        "eigenvector": lambda g: (g.eigenvector_centrality(directed=True, weights="power"), None)[1],
        "closeness": lambda g: float(np.nansum(g.harmonic_centrality(mode="out"))),
        "betweenness": lambda g: sum(g.betweenness(directed=True)),
        "triadCensus": lambda g: g.triad_census()["030T"],
        "structuralHoles": lambda g: float(np.nansum(g.constraint(weights="power"))),
        "kCores": lambda g: sum(g.coreness(mode="all")),
        "components, weak": lambda g: len(g.connected_components(mode="weak")),
        "components, strong": lambda g: len(g.connected_components(mode="strong")),
        "flowHierarchy": flow_hierarchy,
    }
    version = igraph.__version__
elif peer == "scipy":
    import scipy
    from scipy.sparse import csr_matrix, diags, identity
    from scipy.sparse.csgraph import connected_components
    from scipy.sparse.linalg import LinearOperator, cg

    def build():
        return csr_matrix((power, (source, target)), shape=(count, count))

    def solved(a, alpha, right):
        given, got = np.asarray(a.sum(1)).ravel(), np.asarray(a.sum(0)).ravel()
        diagonal = given + got + alpha
        system = (diags(diagonal) - a - a.T).tocsr()
        over = np.where(diagonal > 0, diagonal, 1.0)
        # What is left of the equations, by the right side, is then below 1e-12, as in our own solution (1e-13).
        x, failed = cg(system, right(got - given), tol=1e-12, maxiter=5000, M=LinearOperator(system.shape, matvec=lambda v: v / over))
        assert failed == 0
        return x

    def hierarchy(a):
        levels = solved(a, 0, lambda v: v)
        kinds, part = connected_components(a, directed=True, connection="weak")
        lowest = np.full(kinds, np.inf)
        np.minimum.at(lowest, part, levels)
        levels -= lowest[part]
        arcs = a.tocoo()
        return float((arcs.data * (levels[arcs.col] - levels[arcs.row] - 1) ** 2).sum() / arcs.data.sum())

    def spring_rank(a):
        ranks = solved(a, 0.1, lambda v: -v)
        arcs = a.tocoo()
        return float((arcs.data * (ranks[arcs.row] - ranks[arcs.col] - 1) ** 2).sum() / 2)

    def flow_hierarchy(a):
        _, part = connected_components(a, directed=True, connection="strong")
        arcs = a.tocoo()
        return 1 - float((part[arcs.row] == part[arcs.col]).mean())

    cells = {
        "hierarchy": hierarchy,
        "springRank": spring_rank,
        "flowHierarchy": flow_hierarchy,
        "components, weak": lambda a: int(connected_components(a, directed=True, connection="weak")[0]),
        "components, strong": lambda a: int(connected_components(a, directed=True, connection="strong")[0]),
    }
    version = scipy.__version__
else:
    import graph_tool as gt, graph_tool.centrality as c, graph_tool.topology as t

    gt.openmp_set_num_threads(1)

    def build():
        g = gt.Graph(directed=True)
        g.add_vertex(count)
        maps = {name: g.new_ep("double") for name in ("power", "resources", "trust")}
        g.add_edge_list(np.column_stack([source, target, power, resources, trust]), eprops=list(maps.values()))
        for name, column in maps.items():
            g.ep[name] = column
        return g

    cells = {
        "reciprocity": lambda g: t.edge_reciprocity(g),
        "strength": lambda g: float(g.degree_property_map("in", weight=g.ep["power"]).a.sum()),
        "pageRank": lambda g: relative(c.pagerank(g, weight=g.ep["power"], epsilon=1e-10).a),
        "hits": lambda g: relative(c.hits(g, weight=g.ep["power"], epsilon=1e-10)[1].a),
        "eigenvector": lambda g: (c.eigenvector(g, weight=g.ep["power"], epsilon=1e-10), None)[1],
        "katz": lambda g: relative(c.katz(g, alpha=0.01, weight=g.ep["power"], epsilon=1e-10, norm=False).a),
        "eigenTrust": lambda g: (c.eigentrust(g, g.ep["power"], norm=True, epsilon=1e-10, max_iter=50), None)[1],
        "closeness": lambda g: float(np.nansum(c.closeness(g, harmonic=True, norm=True).a)),
        "betweenness": lambda g: float(c.betweenness(g, norm=False)[0].a.sum()),
        "kCores": lambda g: float(t.kcore_decomposition(gt.GraphView(g, directed=False)).a.sum()),
        "components, weak": lambda g: len(t.label_components(g, directed=False)[1]),
        "components, strong": lambda g: len(t.label_components(g, directed=True)[1]),
    }
    version = gt.__version__.split(" ")[0]


def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmRSS"))


print(json.dumps({"peer": peer, "version": version}), flush=True)
gc.collect()
before = resident()
graph = build()
gc.collect()
print(json.dumps({"cell": "held", "value": (resident() - before) / ties}), flush=True)
if peer != "scipy":  # which holds one layer only
    cells["build"] = lambda _: (build(), ties)[1]
for name in names:
    if name not in cells:
        continue
    times, value = [], None
    gc.collect()
    cells[name](graph)  # warms up
    while len(times) < 5 or (sum(times) < 0.5 and len(times) < 200):
        start = time.process_time()
        value = cells[name](graph)
        times.append(time.process_time() - start)
        if sum(times) > 5:
            break
    print(json.dumps({"cell": name, "seconds": sorted(times)[len(times) // 2], "value": value}), flush=True)
