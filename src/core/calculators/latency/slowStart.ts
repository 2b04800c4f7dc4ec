/**
 * Slow start without loss: the first window holds so many segments, each following one twice as many, and the sender
 * waits whenever a window is out before its first acknowledgement is back. After Kurose and Ross, Computer Networking,
 * chapter 3, "TCP latency modelling", with a first window of any size in place of one segment.
 */
export interface Transfer {
  /** Bytes of payload. */
  readonly response: number;
  /** Payload of a segment, bytes. */
  readonly segmentSize: number;
  /** Segments in the first window. */
  readonly firstWindow: number;
  /** Seconds. */
  readonly roundTripTime: number;
  /** Bytes per second. */
  readonly bandwidth: number;
}

export const segmentsOf = (response: number, segmentSize: number): number => Math.ceil(response / segmentSize);

/** Windows that the response takes: the least K with firstWindow × (2^K − 1) ≥ segments. */
export const windowsOf = (segments: number, firstWindow: number): number => Math.ceil(Math.log2(segments / firstWindow + 1));

/** How often the sender waits for an acknowledgement before the response is out. */
export function stallsOf({ response, segmentSize, firstWindow, roundTripTime, bandwidth }: Transfer): number {
  const windows = windowsOf(segmentsOf(response, segmentSize), firstWindow);
  const untilFull = Math.ceil(Math.log2((1 + roundTripTime * bandwidth / segmentSize) / firstWindow));
  return Math.min(windows - 1, Math.max(0, untilFull));
}

/** Seconds that the sender waits in all: of each stall RTT + S/R, less the time that its window took to send. */
export function stalledTime(transfer: Transfer): number {
  const { segmentSize, firstWindow, roundTripTime, bandwidth } = transfer;
  const stalls = stallsOf(transfer);
  const perSegment = segmentSize / bandwidth;
  return Math.max(0, stalls * (roundTripTime + perSegment) - (2 ** stalls - 1) * firstWindow * perSegment);
}
