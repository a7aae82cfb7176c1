import type { APIRequestContext } from '@playwright/test';
import { expect } from './fixtures.ts';

const HEADERS = { 'x-golden-thread': '1' };

/** Calls a procedure as whoever the context is signed in as: a query when there is nothing to write. */
export async function call<T>(
  request: APIRequestContext,
  procedure: string,
  input: unknown,
  kind: 'query' | 'mutation' = 'mutation',
): Promise<T> {
  const url = `/trpc/${procedure}`;
  const asked = encodeURIComponent(JSON.stringify(input) ?? '');
  const answer =
    kind === 'query'
      ? await request.get(input === undefined ? url : `${url}?input=${asked}`, { headers: HEADERS })
      : await request.post(url, { headers: HEADERS, data: input });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()).result.data;
}

export type OwnPlan = { planId: string; path: string; actionIds: string[] };

/** A plan of the test's own with one recommendation and these actions, so that nothing changes under the others. */
export async function makeOwnPlan(
  request: APIRequestContext,
  actions: readonly { title: string; startDate?: string; dueDate?: string; teamId?: string }[],
): Promise<OwnPlan> {
  const { planId } = await call<{ planId: string }>(request, 'plans.create', {
    plan: {
      name: `Plan of a test ${crypto.randomUUID().slice(0, 8)}`,
      kind: 'INSPECTION',
      councilName: 'Northmoor Council',
      trustName: '',
    },
    inspection: {
      kind: 'ILACS_STANDARD',
      frameworkKey: 'ILACS_2026',
      authority: 'Northmoor',
      inspectionDateText: '',
      startDate: null,
      endDate: null,
      publicationDate: null,
      receivedDate: '2026-03-12',
      leadInspector: null,
      urn: null,
      judgements: [],
    },
    recommendations: [
      {
        quote: 'The effectiveness of the fostering service.',
        leadIn: null,
        page: null,
        judgementAreas: [],
        frameworkRefs: [],
        paragraphs: [],
      },
    ],
    idempotencyKey: crypto.randomUUID(),
  });
  const [first] = await call<{ id: string }[]>(request, 'recommendations.list', { planId }, 'query');
  const actionIds: string[] = [];
  for (const action of actions) {
    const made = await call<{ id: string }>(request, 'actions.create', {
      recommendationId: first?.id,
      ...action,
      idempotencyKey: crypto.randomUUID(),
    });
    actionIds.push(made.id);
  }
  return { planId, path: `/plans/${planId}/actions`, actionIds };
}
