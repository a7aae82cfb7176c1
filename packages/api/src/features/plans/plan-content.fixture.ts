import type { RouterInputs } from '../../types.ts';

type Content = Omit<RouterInputs['plans']['create'], 'idempotencyKey'>;

/** What a person confirms for a made-up authority; every date fits the harness's today. */
export function aPlanContent(more: Partial<Content> = {}): Content {
  return {
    plan: {
      name: 'Northmoor ILACS 2025',
      kind: 'INSPECTION',
      councilName: 'Northmoor City Council',
      trustName: "Northmoor Children's Trust",
    },
    inspection: {
      kind: 'ILACS_STANDARD',
      frameworkKey: 'ILACS_2023',
      authority: 'Northmoor',
      inspectionDateText: '1 to 12 December 2025',
      startDate: '2025-12-01',
      endDate: '2025-12-12',
      publicationDate: null,
      receivedDate: '2026-01-20',
      leadInspector: null,
      urn: null,
      judgements: [{ area: 'impact_of_leaders', grade: 'GOOD', page: 1 }],
    },
    recommendations: [
      {
        quote: 'The effectiveness of the fostering service.',
        leadIn: null,
        page: 3,
        judgementAreas: ['children_in_care'],
        frameworkRefs: [],
        paragraphs: [{ number: 12, sharedWords: ['fostering'] }],
      },
      {
        quote: 'The focus on every permanence option for children.',
        leadIn: null,
        page: 3,
        judgementAreas: [],
        frameworkRefs: [],
        paragraphs: [],
      },
    ],
    paragraphs: [
      { number: 12, page: 6, heading: 'Children in care', text: 'The fostering service is too small.' },
    ],
    ...more,
  };
}
