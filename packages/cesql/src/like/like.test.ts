import { startWork } from '../evaluate/work';
import { isLike } from './like';

const like = (text: string, pattern: string) =>
  isLike(text, pattern, 'specification', startWork());

describe('isLike', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'ab', false],
    ['ab', 'abc', false],
    ['abc', 'ABC', false],
    ['', '', true],
    ['', '%', true],
    ['a', '', false],
    ['abc', '%', true],
    ['abc', '%%%', true],
    ['abc', 'a%', true],
    ['abc', '%c', true],
    ['abc', '%b%', true],
    ['abc', '%d%', false],
    ['abc', 'a_c', true],
    ['abc', '___', true],
    ['abc', '____', false],
    ['abc', '_%_', true],
    ['a', '_%_', false],
    ['abab', '%ab', true],
    ['ababx', '%ab', false],
    ['aXbXc', 'a%b%c', true],
    ['aaab', '%aab', true],
    // Only an escape of a wildcard is one.
    ['a%b', 'a\\%b', true],
    ['axb', 'a\\%b', false],
    ['a_b', 'a\\_b', true],
    ['axb', 'a\\_b', false],
    ['a\\b', 'a\\b', true],
    ['a\\', 'a\\', true],
    ['a\\%', 'a\\\\%', true],
    // Characters of regular expressions are nothing special.
    ['a.b', 'a.b', true],
    ['axb', 'a.b', false],
    ['(a)*', '(a)%', true],
    // A character is one, however it is stored.
    ['a😀b', 'a_b', true],
    ['a😀b', 'a__b', false],
    ['a\ud83db', 'a_b', true],
    ['a\nb', 'a%b', true],
    ['%20', '%', true],
  ])('%j LIKE %j is %s', (text, pattern, expected) => {
    expect(like(text, pattern)).toBe(expected);
  });
});
