/** The API's types. Types only: nothing of the API may reach the browser. */
export type { AppRouter, RouterInputs, RouterOutputs } from '@gt/api/types';
