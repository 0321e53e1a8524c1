import * as z from 'zod'

const label = z
  .union([z.string(), z.strictObject({ zh: z.string().optional(), en: z.string().optional() })])
  .meta({ description: 'One text for all languages, or one for each.' })

const share = z.number().min(0).max(1).nullable().optional()

const evidence = z
  .object({
    kind: z.enum(['table', 'section', 'quotation', 'coding', 'survey', 'assumed']),
    layer: z.string().optional(),
    at: z.string().optional(),
    coder: z.string().optional(),
    range: z.tuple([z.number(), z.number()]).optional(),
    why: label.optional(),
  })
  .catchall(z.json())
  .meta({ description: 'Where a value comes from.' })

const actor = z
  .object({
    id: z.string().min(1).meta({ description: 'Any non-empty text, unique in the document.' }),
    kind: z.string().min(1).meta({ description: 'A kind of actor, such as street-office, or any other text.' }),
    label: label.optional(),
  })
  .catchall(z.json())

const tie = z
  .object({
    source: z.string().min(1).meta({ description: 'Id of the actor from whom the tie goes.' }),
    target: z.string().min(1).meta({ description: 'Id of the actor to whom the tie goes; another than the source.' }),
    power: share.meta({ description: "The source's say over what the target does, 0 to 1; null is unknown." }),
    resources: z
      .number()
      .min(0)
      .nullable()
      .optional()
      .meta({ description: 'What the source provides to the target, at least 0; null is unknown.' }),
    trust: share.meta({ description: "The source's trust in the target, 0 to 1; null is unknown." }),
    evidence: z.array(evidence).optional(),
  })
  .catchall(z.json())

/** The document's shape. Unique ids, known endpoints and the like are checked beside it, in `documentIssues`. */
export const documentSchema = z
  .strictObject({
    format: z.literal('guanxi').optional(),
    version: z.literal(1).optional(),
    name: z.string().optional(),
    attributes: z.record(z.string(), z.json()).optional(),
    actors: z.array(actor),
    ties: z.array(tie),
  })
  .meta({
    title: 'guanxi network',
    description: 'A relationship network: actors, and ties with power, resources and trust.',
  })
