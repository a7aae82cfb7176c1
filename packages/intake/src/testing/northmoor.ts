import type { SampleReport } from './sample-report-facts.ts';

/** The made-up authority of the sample: its words are the product's own. */
export const NORTHMOOR: SampleReport = {
  layout: 'ILACS_2018',
  authority: 'Northmoor City Council',
  startEnd: '3 December 2018 to 14 December 2018',
  leadInspector: 'Her Majesty’s Inspector, holder 1',
  grades: [
    [
      'The impact of leaders on social work practice with children and families',
      'Requires improvement to be good',
    ],
    [
      'The experiences and progress of children who need help and protection',
      'Requires improvement to be good',
    ],
    ['The experiences and progress of children in care and care leavers', 'Requires improvement to be good'],
    ['Overall effectiveness', 'Requires improvement to be good'],
  ],
  summary: [
    'Northmoor handed the running of its services to Northmoor Children’s Trust in April of this year. The change has steadied a workforce that had seen five directors in four years, and staff now know what is expected of them.',
    'Progress can be seen in most teams, but it does not yet reach every child. Some families still wait for help that another agency was to give, and some children wait too long to know where they will grow up.',
  ],
  heading: 'What needs to improve',
  items: [
    'How well partner agencies work together with the trust, and how fast, including the partner-led early help offer.',
    'The working relationship between the family courts and the trust’s legal team.',
    'The fostering service: recruitment, support and supervision of foster carers.',
    'Early and steady attention to every permanence option for each child, adoption among them.',
    'A shared approach of all agencies to children who are harmed outside the home.',
    'What the virtual school achieves for the education of children in care.',
  ],
  paragraphs: [
    {
      section:
        'The experiences and progress of children who need help and protection require improvement to be good',
      texts: [
        'Early help is led by partner agencies in each of the four districts. Where schools and health visitors take the lead, families receive a plan within two weeks. In two districts the offer is thin, and families are passed to the trust when a partner could have helped sooner.',
        'The front door answers contacts on the day they arrive. Police notifications are read jointly each morning, although late information from partners still holds up a minority of decisions.',
        'Strategy meetings take place on time. Health partners attend nine meetings in ten; the police send a written view where they cannot attend, which slows the sharing of risk.',
        'Children who are harmed outside the home by exploitation are known to the missing team. Each agency keeps a list of its own, and the approach to mapping places and peer groups is not shared.',
        'Plans for children in need are clear about what must change. Where a plan runs beyond nine months, managers do not always ask why.',
      ],
    },
    {
      section:
        'The experiences and progress of children in care and care leavers require improvement to be good',
      texts: [
        'Most children in care live in stable homes. Permanence is discussed at the second review for nearly all of them, but for children who are not to be adopted the options are weighed late and the plan is often confirmed only after a year.',
        'Adoption is timely for young children. Family finding begins before the placement order, and adopters speak well of their preparation.',
        'The fostering service has lost more carers than it has recruited in each of the last three years. Foster carers describe warm support from their own worker, yet supervision visits are missed when posts are vacant.',
        'Relations with the family courts have been strained. Statements arrive late, and judges told inspectors that they had little faith in assessments prepared by the legal team without a senior reader.',
        'The virtual school knows where every child learns. It does not yet know how far each has come since entering care, so that its challenge to schools lacks force, and education plans differ widely in their use.',
        'Care leavers stay in touch with their personal advisers. Health histories are offered to all, and taken up by most.',
      ],
    },
    {
      section:
        'The impact of leaders on social work practice with children and families requires improvement to be good',
      texts: [
        'Leaders of the trust and the council meet weekly and share one set of figures. The improvement board has an independent chair and has begun to ask for proof of change rather than reports of activity.',
        'Work with partner agencies is uneven. The health service has agreed joint funding, while the agreement with the police on early help has waited for a signature since the spring.',
        'Audits are frequent and honest. What they find is not always followed through to the child concerned.',
        'Social workers say that caseloads have fallen and that their managers are present. Turnover has halved in a year.',
      ],
    },
  ],
};
