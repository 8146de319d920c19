import type pg from 'pg';

const message = { data: 'd', done: 'c', fail: 'f' } as const;

/**
 * COPY … FROM STDIN from a source of bytes in the server's text format; resolves to the number of rows. Written here
 * because the copy stream of pg-copy-streams goes on writing after the server has refused a row, which ends the
 * process when a large copy meets a bad value.
 */
export async function copyIn(
  client: pg.ClientBase,
  statement: string,
  source: AsyncIterable<Buffer>,
): Promise<number> {
  // A connection that sends statements ahead takes none of its own kind: for this one it waits for each answer again.
  const waiting = client as { pipeline?: boolean };
  const { pipeline = false } = waiting;
  waiting.pipeline = false;
  try {
    return await copy(client, statement, source);
  } finally {
    waiting.pipeline = pipeline;
  }
}

function copy(client: pg.ClientBase, statement: string, source: AsyncIterable<Buffer>): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let over = false;
  let rows = 0;
  let ownError: unknown;
  const feed = async (connection: pg.Connection) => {
    try {
      for await (const part of source) {
        if (over) return;
        send(connection, message.data, part);
        await drained(connection);
      }
      send(connection, message.done);
    } catch (error) {
      ownError = error;
      send(connection, message.fail, Buffer.from('the source broke off\0'));
    }
  };
  client.query({
    submit: (connection: pg.Connection) => connection.query(statement),
    handleCopyInResponse: (connection: pg.Connection) => void feed(connection),
    handleCommandComplete: ({ text }: { text: string }) => {
      rows = Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0);
    },
    handleReadyForQuery: () => resolve(rows),
    handleError: (error: Error) => {
      over = true;
      reject(ownError ?? error);
    },
    callback: () => undefined,
  });
  return promise;
}

/** One message of the protocol: its letter, its length with the length itself, its body. */
function send(connection: pg.Connection, letter: string, body: Buffer = Buffer.alloc(0)): void {
  if (!connection.stream.writable) return;
  const head = Buffer.alloc(5);
  head.write(letter, 0, 'ascii');
  head.writeUInt32BE(body.length + 4, 1);
  connection.stream.write(head);
  connection.stream.write(body);
}

/** Waits until the server has taken what was sent, or is gone. */
async function drained({ stream }: pg.Connection): Promise<void> {
  if (!stream.writableNeedDrain || stream.destroyed) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.on('drain', done).on('close', done);
  });
}
