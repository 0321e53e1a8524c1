export { type CodeAgreement, type CoderAgreement, coderAgreement } from './coderAgreement.ts'
export { cohenKappa, type KappaResult, type Rating } from './cohenKappa.ts'
export { type CytoscapeOptions, readCytoscape, writeCytoscape } from './cytoscape.ts'
export { type DlOptions, type DlWriteOptions, readDl, writeDl } from './dl.ts'
export { type EdgeListOptions, type EdgeListResult, readEdgeList, writeEdgeList } from './edgeList.ts'
export { faultsInChinese } from './faultsInChinese.ts'
export { type Arc, fromRelations, type RelationsOptions } from './fromRelations.ts'
export { type GexfOptions, readGexf, writeGexf, writeGexfSlices } from './gexf.ts'
export { type GraphmlOptions, readGraphml, writeGraphml } from './graphml.ts'
export { readGraphology, writeGraphology } from './graphology.ts'
export { type JgfOptions, readJgf, writeJgf } from './jgf.ts'
export { type AlphaResult, krippendorffAlpha } from './krippendorffAlpha.ts'
export { readKumu, writeKumu } from './kumu.ts'
export { lossesInChinese } from './lossesInChinese.ts'
export { type MatricesOptions, readMatrices, writeMatrices } from './matrices.ts'
export { type PajekOptions, type PajekResult, readPajek, writePajek } from './pajek.ts'
export { readQdc, writeQdc } from './qdc.ts'
export {
  type Case,
  type Code,
  type QdaGraph,
  type QdaProject,
  type QdpxOptions,
  readQdpx,
  type Segment,
  type Source,
} from './readQdpx.ts'
export { type Reliability, readSurvey, type SurveyOptions, type SurveyResult } from './readSurvey.ts'
export { readSurveyWorkbook } from './readSurveyWorkbook.ts'
export type { CellStyle } from './shared/cells.ts'
export type { CsvStyle } from './shared/csv.ts'
export type { ReadLimits, ReadOptions } from './shared/readOptions.ts'
export type { ReadResult, WriteFilesResult, WriteResult } from './shared/results.ts'
export type { ZipLimits } from './shared/zip.ts'
export { type SurveyTemplate, type SurveyTemplateOptions, surveyTemplate } from './surveyTemplate.ts'
export { surveyWorkbook } from './surveyWorkbook.ts'
export { type CodingMapping, tiesFromCodings } from './tiesFromCodings.ts'
export { writeDot } from './writeDot.ts'
export { type QdpxResult, type WriteQdpxOptions, writeQdpx } from './writeQdpx.ts'
export { type WriteROptions, writeR } from './writeR.ts'
