import { describe, expect, it } from 'vitest';
import { authorityName } from './authority-name.ts';

describe('authorityName', () => {
  it.each([
    ['Birmingham City Council', 'Birmingham'],
    ['Holm & Wick City Council', 'Holm and Wick'],
    ['City of Bradford Metropolitan District Council', 'Bradford'],
    ['Doncaster Metropolitan Borough Council', 'Doncaster'],
    ['Nottingham City', 'Nottingham'],
    ['Nottingham City local authority', 'Nottingham'],
    ['Devon County Council', 'Devon'],
    ['Stoke-on-Trent City Council', 'Stoke-On-Trent'],
    ['Westmorland and Furness', 'Westmorland and Furness'],
    ['the City of Wolverhampton Council', 'Wolverhampton'],
    ['Royal Borough of Windsor and Maidenhead', 'Windsor and Maidenhead'],
    ['London Borough of Barking and Dagenham', 'Barking and Dagenham'],
    ['City of York Council', 'York'],
    ['City of London Corporation', 'City of London'],
    ['Council of the Isles of Scilly', 'Isles of Scilly'],
    ['Bath and North East Somerset Council', 'Bath and North East Somerset'],
    ['Kingston upon Hull City Council', 'Kingston upon Hull'],
    ['Northmoor,', 'Northmoor'],
  ])('%s → %s', (printed, name) => {
    expect(authorityName(printed)).toBe(name);
  });
  it.each(['', 'local authority', 'Council'])('finds no name in "%s"', (printed) => {
    expect(authorityName(printed)).toBeNull();
  });
});
