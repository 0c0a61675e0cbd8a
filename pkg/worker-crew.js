// Workers that go from hand to hand, so that none has to be fetched once they are there.

export class Crew {
  #spawn;
  #size;
  #idle = [];
  /** Those that still work for somebody who has given up. */
  #leaving = 0;
  /** Those who wait for one of these. */
  #waiting = [];
  #isClosed = false;

  /** `spawn` makes a thread; `size` of them are made at once. */
  constructor(spawn, size) {
    this.#spawn = spawn;
    this.#size = size;
    try {
      for (let made = 0; made < size; made++) this.#idle.push(this.#make());
    } catch {
      // Whoever is in need of one is told why there is none.
    }
  }

  /** A thread, as `spawn` gives one; its end is the beginning of the next one's. */
  hire({ heard, died }) {
    const one = { heard, died, early: [], member: undefined };
    const member = this.#idle.pop();
    if (member === undefined && this.#leaving > 0) this.#waiting.push(one);
    else this.#seat(one, member ?? this.#make());
    return {
      post: (message, transfer) => {
        if (one.member) this.#post(one.member, message, transfer);
        else one.early.push([message, transfer]);
      },
      end: () => this.#leave(one),
      busy: () => one.member?.thread.busy?.(),
      idle: () => one.member?.thread.idle?.(),
    };
  }

  /** Ends those who are idle, and the others as soon as nobody needs them. */
  close() {
    this.#isClosed = true;
    for (const member of this.#idle.splice(0)) this.#end(member);
  }

  #end(member) {
    member.isGone = true;
    return member.thread.end();
  }

  #make() {
    const member = { thread: undefined, holder: undefined, asked: undefined, isGone: false };
    member.thread = this.#spawn({ heard: (message) => this.#heard(member, message), died: (cause) => this.#died(member, cause) });
    member.thread.idle?.();
    return member;
  }

  #seat(one, member) {
    one.member = member;
    member.holder = one;
    for (const [message, transfer] of one.early.splice(0)) this.#post(member, message, transfer);
  }

  #post(member, message, transfer) {
    if (message.id !== undefined) member.thread.busy?.();
    member.thread.post(message, transfer);
    member.asked = message.id;
  }

  #heard(member, message) {
    if (message.lost) return this.#died(member, new Error("a message was lost"));
    if (message.id === member.asked && message.progress === undefined) member.asked = undefined;
    if (member.holder) return member.holder.heard(message);
    if (member.asked !== undefined) return undefined;
    this.#leaving -= 1;
    return this.#free(member);
  }

  /** Work that nobody waits for is stopped where enough others are ready, and is let run to its end where they are few. */
  #leave(one) {
    const { member } = one;
    this.#waiting = this.#waiting.filter((other) => other !== one);
    if (member === undefined || member.holder !== one) return undefined;
    member.holder = undefined;
    if (member.isGone) return undefined;
    if (member.asked === undefined) return this.#free(member);
    if (this.#isClosed || 2 * this.#idle.length >= this.#size) return this.#end(member);
    this.#leaving += 1;
    return undefined;
  }

  #free(member) {
    const next = this.#waiting.shift();
    member.thread.idle?.();
    if (next) this.#seat(next, member);
    else if (this.#isClosed) this.#end(member);
    else this.#idle.push(member);
  }

  #died(member, cause) {
    if (member.isGone) return;
    member.isGone = true;
    member.thread?.end();
    this.#idle = this.#idle.filter((other) => other !== member);
    const { holder } = member;
    if (holder) holder.died(cause);
    else if (member.asked !== undefined) this.#leaving -= 1;
    if (this.#leaving === 0) for (const one of this.#waiting.splice(0)) this.#seat(one, this.#make());
  }
}
