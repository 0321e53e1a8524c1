import { serveEnsembles } from 'guanxi/scenarios'

// One of the workers among which an ensemble is shared out.
serveEnsembles()
