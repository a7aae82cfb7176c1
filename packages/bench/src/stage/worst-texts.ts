const MEGABYTE = 1_000_000;

const repeated = (text: string) => text.repeat(Math.ceil(MEGABYTE / text.length)).slice(0, MEGABYTE);

/** Words as they stand in updates and reports. */
export const ORDINARY =
  'The partnership has strengthened its oversight of early help. In March 2026 the board agreed that 12 mainstream carers would be recruited by the fostering service; R3.A2 is overdue by 6 days. Managers review each child’s plan every 20 working days, and practice audits show that 78 % were good. ';

/** A megabyte of what each rule of screening has most work with, by the rule and by how it is made up. */
export const WORST_TEXTS: Readonly<Record<string, string>> = {
  ordinary: repeated(ORDINARY),
  'NHS number, one long number': repeated('1'),
  'NHS number, groups that nearly fit': repeated('943 476 591'),
  'NHS number, found everywhere': repeated('nhs 943 476 5919 '),
  'NHS number, introduced as another': repeated('invoice 943 476 5919 '),
  'UPN, letters and digits': repeated('B80120000500'),
  'National Insurance number, pairs': repeated('AB 12 34 56 '),
  'date of birth, keywords': repeated('dob '),
  'date of birth, fillers': repeated('dob is on the '),
  'date of birth, no year': repeated('born 1 jan'),
  'name and age, capitals': repeated('Ella Maria '),
  'name and age, initials': repeated('J.S. '),
  'name and age, ages': repeated('Ella aged 7 to 9 '),
  'small count, fillers': repeated('one aaaaaaaaaaaaaaaaaaaa '),
  'postcode, addresses': repeated('12 Acacia Road B1 1AA '),
  'postcode, halves': repeated('1AA '),
  'telephone number, areas': repeated('0121 12 '),
  'telephone number, codes': repeated('+44 '),
  'e-mail address, signs': repeated('a@'),
  'e-mail address, dots': repeated('a@a.a.'),
  'e-mail address, no sign': `@${repeated('%+-')}`,
  'case number, nearly': repeated('CS-123456 '),
};
