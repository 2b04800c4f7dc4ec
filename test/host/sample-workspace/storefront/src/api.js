import axios from 'axios';

const client = axios.create({
  baseURL: '/api',
  timeout: 5000,
  headers: { 'X-Client': 'storefront' },
});

const IMAGES = 'https://cdn.lighthouse.example/posters';

/** Seat maps do not change while a customer looks at them. */
const cache = new Map();

client.interceptors.response.use(
  (response) => response.data,
  (error) => {
    if (error.code === 'ECONNABORTED') {
      return Promise.reject(new Error('The shop is busy. Please try again in a moment.'));
    }
    return Promise.reject(error);
  },
);

export function searchEvents(text, { signal } = {}) {
  return client.get('/search', { params: { q: text }, signal });
}

export async function seatMap(eventId) {
  if (!cache.has(eventId)) {
    cache.set(eventId, await client.get(`/inventory/events/${eventId}/seats`, { timeout: 2000 }));
  }
  return cache.get(eventId);
}

export function loadBasket() {
  return client.get('/checkout/basket');
}

export function placeOrder(order) {
  return client.post('/checkout/orders', order);
}

export function posterOf(event) {
  return `${IMAGES}/${event.id}.webp`;
}
