import { ApiError, call, failureIn } from "./api.ts";

/** Where an uploaded file lies, to be handed to POST /api/recognise. */
export interface UploadedFile {
  blob: string;
  name: string;
}

/** Uploads a file as it is. `onProgress` hears the part that has left, 0 to 1. @throws ApiError */
export async function upload(file: File, onProgress: (part: number) => void): Promise<UploadedFile> {
  const place = await call("POST /api/uploads", { bytes: file.size });
  if (place.url !== null) {
    await send(file, { method: "PUT", url: place.url }, onProgress);
    return { blob: place.blob, name: file.name };
  }
  const url = `/api/files?${new URLSearchParams({ name: file.name })}`;
  return send(file, { method: "POST", url, ours: true }, onProgress) as Promise<UploadedFile>;
}

function send(
  file: File,
  to: { method: string; url: string; ours?: boolean },
  onProgress: (part: number) => void,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch cannot tell how far an upload has come
    request.open(to.method, to.url);
    if (to.ours) request.setRequestHeader("x-otklik", "1");
    request.setRequestHeader("content-type", "application/octet-stream");
    request.responseType = to.ours ? "json" : "text";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () =>
      reject(new ApiError(0, { code: "offline", message: "The server could not be reached." }));
    request.onload = () => {
      if (request.status === 200) resolve(request.response);
      else reject(new ApiError(request.status, failureIn(request.response)));
    };
    request.send(file);
  });
}
