/** Round trips that each way of connecting needs before the request can leave. */

/**
 * `transport` is TCP's three-way handshake (RFC 9293, section 3.5) or QUIC's, which carries TLS with it (RFC 9001,
 * section 4); `encryption` is TLS over TCP: two round trips for TLS 1.2, one when a session is resumed (RFC 5246,
 * section 7.3, figures 1 and 2), one for TLS 1.3 and none for its early data (RFC 8446, sections 2 and 2.3).
 */
interface Handshake { readonly name: string; readonly transport: number; readonly encryption: number }

export const PROTOCOLS = ['open', 'tcp', 'tls12', 'tls12Resumed', 'tls13', 'tls13Early', 'quic', 'quicEarly'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** Named as the options of the field are in content/calculators/latency.yml. */
export const HANDSHAKES: Readonly<Record<Protocol, Handshake>> = {
  open: { name: 'Open connection', transport: 0, encryption: 0 },
  tcp: { name: 'TCP, no TLS', transport: 1, encryption: 0 },
  tls12: { name: 'TCP + TLS 1.2', transport: 1, encryption: 2 },
  tls12Resumed: { name: 'TCP + TLS 1.2, resumed', transport: 1, encryption: 1 },
  tls13: { name: 'TCP + TLS 1.3', transport: 1, encryption: 1 },
  tls13Early: { name: 'TCP + TLS 1.3, 0-RTT', transport: 1, encryption: 0 },
  quic: { name: 'QUIC', transport: 1, encryption: 0 },
  quicEarly: { name: 'QUIC, 0-RTT', transport: 0, encryption: 0 },
};

export const setupRoundTrips = (protocol: Protocol): number => HANDSHAKES[protocol].transport + HANDSHAKES[protocol].encryption;

/** Whether the request leaves before the handshake is complete, and so can be replayed (RFC 8446, section 8). */
export const sendsEarlyData = (protocol: Protocol): boolean => protocol === 'tls13Early' || protocol === 'quicEarly';
