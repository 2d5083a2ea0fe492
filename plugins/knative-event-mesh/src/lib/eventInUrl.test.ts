import { changesToEvent, eventOfUrl } from './eventInUrl';

describe('eventOfUrl', () => {
  it('reads the attributes and nothing else', () => {
    const url = new URLSearchParams(
      'broker=x&ce-type=a&ce-country=&type=b&ce-Data=1&ce-data=2',
    );

    expect(eventOfUrl(url)).toEqual([
      { name: 'type', value: 'a' },
      { name: 'country', value: '' },
    ]);
  });
});

describe('changesToEvent', () => {
  it('replaces the attributes that are there', () => {
    const url = new URLSearchParams('broker=x&ce-type=a&ce-country=NL');

    expect(changesToEvent(url, [{ name: 'type', value: 'b' }])).toEqual({
      'ce-type': 'b',
      'ce-country': undefined,
    });
  });
});
