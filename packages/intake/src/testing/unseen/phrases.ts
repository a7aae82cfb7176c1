import type { Chance } from './chance.ts';

const WHAT = [
  'The quality and consistency of',
  'The timeliness of',
  'Management oversight of',
  'The impact of leaders’ scrutiny of',
  'The effectiveness of',
  'How well partners share',
  'The pace of work on',
  'The stability of',
  'Recording of',
  'Professional curiosity in',
  'The response to',
  'Senior leaders’ understanding of',
  'The sufficiency of',
  'The recognition and assessment of',
];
const DEED = [
  'Strengthen',
  'Improve',
  'Ensure that leaders review',
  'Take swift action to put right',
  'Increase the use of',
  'Reduce delay in',
  'Evaluate, with partners,',
  'Make certain of',
];
const SUBJECT = [
  'assessments of need for disabled children',
  'pathway plans for care leavers',
  'strategy meetings held by multi-agency partners',
  'return home interviews when children go missing',
  'life-story work',
  'private fostering arrangements',
  'the pre-proceedings stage of the public law outline',
  'social work supervision',
  'case file audits and what is learned from them',
  'support to young carers',
  'the multi-agency safeguarding hub (MASH)',
  'placements for children with complex needs',
  'personal education plans (PEPs) and virtual school oversight',
  'matching, and the support given to foster carers',
  'health assessments for children who come into care',
  'the local offer for those aged 21 and over',
  'plans for children who live with their parents on a care order',
  'decision-making at the ‘front door’',
  'the work of independent reviewing officers (IROs)',
  'corporate parenting, including housing and health',
  'the use of unregistered children’s homes',
  '16- and 17-year-olds who present as homeless',
  'advocacy and independent visitors',
  'early permanence, including foster to adopt',
];
const TAIL = [
  'so that children are safe',
  'including for children placed at a distance',
  'to prevent drift and delay',
  'in particular at weekends and out of hours',
  'and how these inform practice',
  'so that risk is understood and progress is made',
  'when children first need help',
  'across all teams, including the disabled children’s team',
  'for those who may be exploited outside their homes',
  'from October 2019 onwards and in every locality',
];
const SAYS = [
  'Leaders know the service well and act on what they find.',
  'Social workers visit often and write down what children tell them.',
  'In a small number of cases, risk was not recognised soon enough.',
  'Plans are clear, although contingency is not always set out.',
  'Partners attend the meetings to which they are called.',
  'Workloads have fallen since the last inspection in 2017.',
  'Children told inspectors that they are listened to and feel safe.',
  'Managers see each decision, and most record why it was made.',
  'What needs to improve is understood, and work on it has begun.',
  'Foster carers are well supported by the team that supervises them.',
];

/** One thing to improve, as a report words it: mostly one phrase, sometimes two sentences. */
export function itemText(pick: Chance, manner: { deeds: boolean; stops: boolean; long: boolean }): string {
  const head = `${pick.pick(manner.deeds ? DEED : WHAT)} ${pick.pick(SUBJECT)}`;
  const tails = pick.shuffle(TAIL).slice(0, manner.long ? pick.between(2, 5) : pick.between(0, 2));
  const text = [head, ...tails].join(', ');
  const second = manner.long && pick.in(0.3) ? `. In particular, ${pick.pick(SUBJECT)}` : '';
  return text + second + (manner.stops ? '.' : '');
}

/** A thing named in few words, for a list within an item. */
export function subject(pick: Chance): string {
  return pick.pick(SUBJECT);
}

/** A paragraph of findings. */
export function findings(pick: Chance, sentences = pick.between(2, 6)): string {
  return pick.shuffle(SAYS).slice(0, sentences).join(' ');
}
