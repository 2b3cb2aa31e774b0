// Requests to the program that serves the page.
export async function opening() { return (await fetch('/api/scenario')).json(); }

export async function send(request) {
  const response = await fetch('/api/run', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(request),
  });
  if (response.status === 204) return null;
  const found = await response.json();
  if (response.status === 422) return { messages: found.messages };
  if (!response.ok) throw new Error(response.statusText);
  return found;
}
