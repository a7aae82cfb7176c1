import type { SampleReport } from '@gt/intake/testing';

/**
 * The made-up report of a made-up council, in our own words and in the layout of the framework in force since April
 * 2026. Its dates are put in by whoever prints it.
 */
export const REPORT: Omit<SampleReport, 'startEnd' | 'published'> = {
  layout: 'ILACS_2026',
  authority: 'Northmoor City Council',
  leadInspector: 'His Majesty’s Inspector, holder 1',
  grades: [
    [
      'The impact of leaders on social work practice with children and families',
      'Requires improvement to be good',
    ],
    [
      'The experiences and progress of children who need help and protection',
      'Requires improvement to be good',
    ],
    ['The experiences and progress of children in care', 'Requires improvement to be good'],
    ['The experiences and progress of care leavers', 'Good'],
  ],
  summary: [
    'Northmoor handed the running of its services to Northmoor Children’s Trust three years ago. The change has steadied a workforce that had seen five directors in four years, and staff now know what is expected of them.',
    'Progress can be seen in most teams, but it does not yet reach every child. Some families still wait for help that another agency was to give, too few foster carers are recruited and kept, and some children wait too long to know where they will grow up.',
  ],
  heading: 'What needs to improve',
  items: [
    'How well partner agencies work together with the trust, and how fast, including the early help that partners lead. (enabler 1, national framework)',
    'The effectiveness of the fostering service: the recruitment, support and supervision of foster carers. (outcome 4, national framework)',
    'Early and steady attention to every permanence option for each child: long-term fostering, special guardianship and adoption. (outcomes 2 and 4, national framework)',
    'The confidence of the family courts in the trust’s assessments and in the work of its legal team. (enabler 2, national framework)',
    'A shared response of all agencies to children at risk of harm outside the home. (outcome 3, national framework)',
    'The difference that the virtual school makes to the education of children in care. (outcome 1 and enabler 3, national framework)',
  ],
  paragraphs: [
    {
      section:
        'The experiences and progress of children who need help and protection: requires improvement to be good',
      texts: [
        'Early help is led by partner agencies in each of the four districts. Where schools and health visitors take the lead, families receive a plan within two weeks. In two districts the early help offer is thin, and families are passed to the trust when a partner agency could have helped sooner.',
        'The front door answers contacts on the day they arrive. Police notifications are read jointly each morning, although late information from partner agencies still holds up a minority of decisions.',
        'Strategy meetings take place on time. Health partners attend nine meetings in ten; the police send a written view where they cannot attend, which slows the sharing of risk.',
        'Children at risk of harm outside the home are known to the missing team. Each agency keeps a list of its own, and the response to places and peer groups where harm happens is not shared.',
        'Plans for children in need are clear about what must change. Where a plan runs beyond nine months, managers do not always ask why.',
      ],
    },
    {
      section: 'The experiences and progress of children in care: requires improvement to be good',
      texts: [
        'Most children in care live in stable homes. Permanence is discussed at the second review for nearly all of them, but where adoption is not the plan, long-term fostering and special guardianship are weighed late, and the permanence plan is often confirmed only after a year.',
        'Adoption is timely for young children. Family finding begins before the placement order, and adopters speak well of their preparation.',
        'The fostering service has lost more carers than it has recruited in each of the last three years. Foster carers describe warm support from their own worker, yet supervision visits to foster carers are missed when posts are vacant.',
        'Relations with the family courts have been strained. Statements arrive late, and judges told inspectors that they had little confidence in assessments prepared by the legal team without a senior reader.',
        'The virtual school knows where every child in care learns. It does not yet know how far each has come since entering care, so that its challenge to schools lacks force, and the quality of education plans differs widely.',
      ],
    },
    {
      section: 'The experiences and progress of care leavers: good',
      texts: [
        'Care leavers stay in touch with their personal advisers, whom they trust. Health histories are offered to all, and taken up by most.',
        'Young people have a real choice of where to live. Those who return home or go to university are supported without a fixed end.',
      ],
    },
    {
      section:
        'The impact of leaders on social work practice with children and families: requires improvement to be good',
      texts: [
        'Leaders of the trust and the council meet weekly and share one set of figures. The improvement board has an independent chair and has begun to ask for proof of change rather than reports of activity.',
        'Work with partner agencies is uneven. The health service has agreed joint funding, while the agreement with the police on early help has waited for a signature since the spring.',
        'Audits are frequent and honest. What they find is not always followed through to the child concerned.',
        'Social workers say that caseloads have fallen and that their managers are present. Turnover has halved in a year.',
      ],
    },
  ],
};
