/** Says something to screen readers when they pause, without changing what is on screen. */
export function announce(text: string): void {
  let region = document.getElementById('announcements');
  if (region === null) {
    region = document.createElement('div');
    region.id = 'announcements';
    region.className = 'visually-hidden';
    region.setAttribute('role', 'status');
    document.body.append(region);
  }
  region.textContent = text;
}
