// A process that is asked one question after the other, and is ended when it takes too long over one.
import { fork } from 'node:child_process';
import { kill, tree } from './processes.mjs';

/** `script` answers each message with one. */
export class Asker {
  #script;
  #child;

  constructor(script) {
    this.#script = script;
  }

  /** The answer; undefined when there is none after so many milliseconds. Ask one at a time. */
  ask(question, deadline) {
    this.#child ??= fork(this.#script, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    const child = this.#child;
    return new Promise((resolve) => {
      const done = (answer) => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (answer === undefined) this.end();
        resolve(answer);
      };
      const timer = setTimeout(done, deadline);
      child.once('message', done).once('exit', () => done()).once('error', () => done());
      child.send(question);
    });
  }

  /** Ends the process and what it started. */
  end() {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined) return;
    if (process.platform === 'linux') kill(tree(child.pid));
    else child.kill('SIGKILL');
  }
}
