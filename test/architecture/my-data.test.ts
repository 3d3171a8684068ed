import { beforeAll, expect, it } from '@jest/globals';
import { DataSource, type EntityMetadata } from 'typeorm';
import { Enrolment } from '../../src/enrolments/enrolment.entity.js';
import { MyDataQueries } from '../../src/my-courses/my-data.queries.js';
import { statementsOf, useApp } from '../support/app.js';
import { describeOn } from '../support/databases.js';
import { addGroup } from '../support/group.js';

/** Tables about people that are not in what a person takes along, each with the reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  enrolment_proof: 'hashes of codes and when they were mailed: the mails are there',
  sign_in_proof: 'anybody may have typed the address; deleted after two days',
  kept_form: 'sealed, and deleted after a quarter of an hour',
  act_count: 'a hash of an address or number, kept for two days',
  act_turn: 'a hash of an address or number, kept for two days',
  call_request: 'not tied to anybody: a name and a number that anybody may have given',
  demo_mail: 'the demo only, where everything is made up',
  staff_account: 'staff, not participants',
  staff_role: 'staff, not participants',
  staff_browser: 'staff, not participants',
  sign_in_misses: 'staff, not participants',
  round_leader: 'staff, not participants',
  held_seats: 'staff keep seats for nobody by name',
};

/** Columns by which somebody is known. */
const ABOUT_SOMEBODY =
  /^(email|recipient|phone|first_?name|last_?name|(participant|person|owner|who|staff)_\w+)$/;

/** Tables with such a column, and all that belong to one of them. */
function tablesAboutPeople(entities: readonly EntityMetadata[]): string[] {
  const found = new Set(
    entities.filter(({ columns }) =>
      columns.some(({ databaseName }) => ABOUT_SOMEBODY.test(databaseName)),
    ),
  );
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const entity of entities)
      if (
        entity.relations.some(({ inverseEntityMetadata: owner }) => owned(owner.tableName, found))
      )
        found.add(entity);
  }
  return [...found].map(({ tableName }) => tableName).sort();
}

/** What belongs to staff belongs to no participant. */
function owned(owner: string, found: ReadonlySet<EntityMetadata>): boolean {
  return owner !== 'staff_account' && [...found].some(({ tableName }) => tableName === owner);
}

describeOn('sqlite', 'What a person takes along', (database) => {
  const story = useApp(database);
  let read: string;

  beforeAll(async () => {
    const group = await story.db().transaction((em) =>
      addGroup(em, {
        slug: 'tisdagar',
        meetings: [{ date: '2027-01-19' }],
        people: [{ firstName: 'Amina' }],
      }),
    );
    const { participantId } = await story
      .db()
      .read.findOneByOrFail(Enrolment, { id: group.people[0]! });
    const queries = story.app().get(MyDataQueries);
    const statements = await statementsOf(story.db(), () =>
      queries.of({ participantId: participantId ?? 0, sessionId: '' }, 'sv'),
    );
    read = statements.join('\n');
  });

  const tables = () => tablesAboutPeople(story.app().get(DataSource).entityMetadatas);
  const isRead = (table: string) => read.includes(`FROM "${table}"`);

  it('is in every table about people that is not left out for a reason', () => {
    expect(tables().length).toBeGreaterThan(20);
    expect(tables().filter((table) => !isRead(table) && !(table in LEFT_OUT))).toEqual([]);
  });

  it('is left out of nothing else', () => {
    const wrong = Object.keys(LEFT_OUT).filter(
      (table) => isRead(table) || !tables().includes(table),
    );
    expect(wrong).toEqual([]);
  });
});
