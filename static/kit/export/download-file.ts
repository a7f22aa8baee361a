/** Hands a text file to the browser's downloads. The frame's sandbox allows downloads; nothing leaves the browser. */
export function downloadFile(name: string, mediaType: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${mediaType};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The download reads the blob after this task; a revoked URL would then be empty.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
