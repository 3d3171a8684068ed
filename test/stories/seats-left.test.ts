import { expect, it } from '@jest/globals';
import { IsNull } from 'typeorm';
import { CallTask } from '../../src/enrolments/call-task.entity.js';
import { CallTasks } from '../../src/enrolments/call-tasks.service.js';
import { useApp } from '../support/app.js';
import { describeOnBothDatabases } from '../support/databases.js';
import { mailsTo } from '../support/enrolling.js';
import { cancel, pass } from '../support/queueing.js';
import { together } from '../support/together.js';

describeOnBothDatabases('A seat that nobody who waits can be offered', (database) => {
  const story = useApp(database);
  const { newRound, address, sit, wait, opened, giveCode, askWith, prove, cancelWait } =
    together(story);

  const openTasks = (roundId: number) =>
    story.db().read.findBy(CallTask, { kind: 'seat-left', roundId, handledAt: IsNull() });

  /** Staff call, and some minutes later there is nothing more to call about. */
  const handled = async (roundId: number) => {
    const [task] = await openTasks(roundId);
    await story
      .app()
      .get(CallTasks)
      .handle(task?.id ?? 0);
    await pass(story, { minutes: 5 });
    expect([task?.kind, await openTasks(roundId)]).toEqual(['seat-left', []]);
  };

  it('is called about once, and again when somebody joins or another falls free', async () => {
    const { roundId } = await newRound('kvar');
    const ada = await sit('kvar', 'ada');
    const code = await giveCode(await wait('kvar', 'bo'));
    await cancel(ada);
    await mailsTo(story.app(), address('bo'));
    await pass(story, { days: 2, minutes: 1 });
    await handled(roundId);

    // Somebody joins who cannot be offered it either: two go together.
    const cia = await prove(await askWith('kvar', 'cia', code), 'cia');
    await handled(roundId);
    await cancelWait(cia);
    expect(await openTasks(roundId)).toEqual([]);

    // A newcomer says no to it.
    await wait('kvar', 'dan');
    expect(await openTasks(roundId)).toEqual([]);
    await (await opened('dan')).press('Nej tack, ge den till någon annan');
    await handled(roundId);
  });
});
