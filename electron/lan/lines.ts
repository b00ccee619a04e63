import type { Http2Session } from 'node:http2';
import type { Socket } from 'node:net';

/** How many lines there may be, and how long one may stay of which nobody knows whose it is. */
export interface LineLimits {
  /** From one address, paired or not. */
  ofOneAddress: number;
  /** On which no paired device has asked yet, from one address and from all. */
  unpairedOfOneAddress: number;
  unpaired: number;
  /** Such a one is ended after so long, whatever is asked on it: a browser opens the next by itself. */
  unpairedMs: number;
  /** What is under way on it then has so long to end. */
  endingMs: number;
}

export const usualLineLimits: LineLimits = {
  ofOneAddress: 32,
  unpairedOfOneAddress: 16,
  unpaired: 64,
  unpairedMs: 60_000,
  endingMs: 10_000,
};

/** What may be asked at once on one line. */
export const streamsOfUnpaired = 32;
const streamsOfPaired = 200;

/** The lines of the network's door. What is not paired may hold little of this machine, and never keeps a paired device out. */
export interface Lines {
  /** False: there are too many from there, and this one was cut. */
  admit(socket: Socket): boolean;
  /** It speaks HTTP/2. */
  speaks(session: Http2Session): void;
  /** A paired device has asked on it: from now on it may stay, and ask more at once. */
  vouchFor(connection: Connection): void;
  cutAll(): void;
}

/** What carries requests of one browser: an HTTP/2 session, or a socket. */
export type Connection = Http2Session | Socket;

interface Line {
  key: string;
  socket: Socket;
  address: string;
  session?: Http2Session;
  isPaired: boolean;
}

export function openLines(limits: LineLimits): Lines {
  // In the order in which they came.
  const lines = new Map<string, Line>();
  const bySession = new WeakMap<Connection, Line>();
  const unpaired = () => [...lines.values()].filter(({ isPaired }) => !isPaired);
  const cut = (line: Line | undefined) => {
    if (line === undefined) return;
    lines.delete(line.key);
    line.socket.destroy();
  };
  /** The oldest of whoever holds most: a flood from one address is its own loss. */
  const makeRoom = (address: string) => {
    const held = unpaired();
    const ofSame = held.filter((line) => line.address === address);
    if (ofSame.length >= limits.unpairedOfOneAddress) cut(ofSame[0]);
    else if (held.length >= limits.unpaired) {
      const [most = []] = [...Map.groupBy(held, (line) => line.address).values()].toSorted(
        (a, b) => b.length - a.length,
      );
      cut(most[0]);
    }
  };
  return {
    admit: (socket) => {
      const address = socket.remoteAddress ?? '';
      const held = [...lines.values()].filter((line) => line.address === address);
      if (held.length >= limits.ofOneAddress) {
        socket.destroy();
        return false;
      }
      makeRoom(address);
      const key = keyOf(socket);
      const line: Line = { key, socket, address, isPaired: false };
      lines.set(key, line);
      const end = setTimeout(() => {
        if (line.isPaired) return;
        line.session?.close();
        ending = setTimeout(() => line.isPaired || socket.destroy(), limits.endingMs).unref();
      }, limits.unpairedMs).unref();
      let ending: NodeJS.Timeout | undefined;
      socket.once('close', () => {
        clearTimeout(end);
        clearTimeout(ending);
        if (lines.get(key) === line) lines.delete(key);
      });
      return true;
    },
    speaks: (session) => {
      const line = lines.get(keyOf(session.socket));
      if (line === undefined) return;
      line.session = session;
      bySession.set(session, line);
    },
    vouchFor: (connection) => {
      const line = 'socket' in connection ? bySession.get(connection) : lines.get(keyOf(connection));
      if (line === undefined || line.isPaired) return;
      line.isPaired = true;
      if (line.session?.closed === false) line.session.settings({ maxConcurrentStreams: streamsOfPaired });
    },
    cutAll: () => {
      for (const line of lines.values()) cut(line);
    },
  };
}

/** The other end, which is the same for a socket and for the one of TLS that is made of it. */
const keyOf = ({ remoteAddress, remotePort }: Socket): string => `${remoteAddress} ${remotePort}`;
