/**
 * Frames of a stream, encoded one by one and sent many at a time. On the wire a repeated message field is a row of
 * tagged, length-prefixed items, so items that are already bytes make a batch by being joined. That way each item's
 * size is known before it is sent, and one that cannot be encoded spoils no other.
 *
 * An outbox sends what one turn of the event loop has put into it in as few batches as the limits allow, and holds back
 * while the stream says it is full: sending each item by itself, or once per microtask, costs close to half the
 * throughput.
 */
const itemTag = 0x0a; // field 1, length-delimited: `calls` and `answers`

export const maxBatchItems = 64;
export const maxBatchBytes = 256 * 1024;
/** What a batch may add to one item of the largest size: tag and length. */
export const maxItemOverhead = 6;

/** Tag and length, then the item. */
const prefixOf = (item: Buffer): Buffer => {
  const prefix = [itemTag];
  let left = item.byteLength;
  for (; left > 0x7f; left >>>= 7) prefix.push((left & 0x7f) | 0x80);
  prefix.push(left);
  return Buffer.from(prefix);
};

export interface Outbox {
  add(item: Buffer): void;
  /** Waiting to be written. */
  readonly size: () => number;
  /** The stream takes more: nothing is held back. */
  readonly open: () => boolean;
  /** Writes now what may be written. */
  flush(): void;
  /** The stream took what it had. */
  drained(): void;
  /** Drops what waits; later items are dropped as well. */
  close(): void;
}

export interface OutboxDeps {
  /** False when the stream wants no more until it has drained. */
  readonly write: (batch: Buffer) => boolean;
  /** Called after a flush that emptied the outbox. */
  readonly onEmpty: () => void;
}

export const createOutbox = ({ write, onEmpty }: OutboxDeps): Outbox => {
  let items: Buffer[] = [];
  let scheduled = false;
  let blocked = false;
  let closed = false;

  const takeBatch = (): Buffer => {
    const parts: Buffer[] = [];
    let count = 0;
    let bytes = 0;
    for (const item of items) {
      const size = item.byteLength + maxItemOverhead;
      if (count > 0 && (count === maxBatchItems || bytes + size > maxBatchBytes)) break;
      parts.push(prefixOf(item), item);
      count += 1;
      bytes += size;
    }
    items = items.slice(count);
    return Buffer.concat(parts);
  };
  const flush = (): void => {
    while (items.length > 0 && !blocked) blocked = !write(takeBatch());
    if (items.length === 0 && !closed) onEmpty();
  };
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(() => {
      scheduled = false;
      flush();
    });
  };

  return {
    add: (item) => {
      if (closed) return;
      items.push(item);
      schedule();
    },
    size: () => items.length,
    open: () => !blocked && !closed,
    flush,
    drained: () => {
      blocked = false;
      flush();
    },
    close: () => {
      closed = true;
      items = [];
    },
  };
};
