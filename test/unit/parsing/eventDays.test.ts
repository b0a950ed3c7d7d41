import assert from 'node:assert/strict';
import { eventDays } from '../../../src/core/parsing/pages/gathering/days';

describe('the days of an event', () => {
  it('are none on which somebody looked at a page that a reference names', () => {
    for (const line of ['Harriet Oyelaran, “Between Borders and Budgets”, Lagoon Journal 12 (1998): 5-62. Available at: http://example.org/a [Accessed November 28, 2020].', 'Groß, P. 1990. Gasausfuhren. http://example.org/b (abgerufen am 17. April 2003).', 'Петров И. Дороги и границы. URL: http://example.org/c (дата обращения: 14.10.2019).']) {
      const { month, from } = eventDays([line], [line], true);
      assert.deepEqual([month, from], [undefined, undefined], line);
    }
    assert.deepEqual(eventDays(['Workshop on Roads and Borders, 28 November 2020'], [], true), { year: 2020, month: 11, from: 28, to: 28, dayFirst: true });
  });
});
