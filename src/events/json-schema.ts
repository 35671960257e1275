/** JSON Schema (draft 2020-12) of a dossier's files, for completion and checks in editors. */
import * as z from 'zod';
import { actSchema, correctionSchema, dossierSchema, eventSchemas, retractionSchema } from './dossier.ts';
import { scenarioFormSchema } from './scenario-form.ts';

/** The schema of `dossier.yaml`. */
export function dossierJsonSchema(): object {
  return z.toJSONSchema(dossierSchema, { io: 'input' });
}

/** The schema of an act file: a list of acts, corrections and retractions. */
export function actsJsonSchema(): object {
  const events = z.array(z.union([...eventSchemas.values()]));
  const act = actSchema.extend({ events: events.describe(actSchema.shape.events.description ?? '') });
  return z.toJSONSchema(z.array(z.union([act, correctionSchema, retractionSchema])), { io: 'input' });
}

/** The schema of a scenario's file. */
export function scenarioJsonSchema(): object {
  return z.toJSONSchema(scenarioFormSchema(), { io: 'input' });
}
