import { ApiError, failureIn } from "./api.ts";

/** Where an uploaded file lies, to be handed to POST /api/recognise. */
export interface UploadedFile {
  blob: string;
  name: string;
}

/** Uploads a file as it is. `onProgress` hears the part that has left, 0 to 1. @throws ApiError */
export function upload(file: File, onProgress: (part: number) => void): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest(); // fetch cannot tell how far an upload has come
    request.open("POST", `/api/files?${new URLSearchParams({ name: file.name })}`);
    request.setRequestHeader("x-otklik", "1");
    request.setRequestHeader("content-type", "application/octet-stream");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () =>
      reject(new ApiError(0, { code: "offline", message: "The server could not be reached." }));
    request.onload = () => {
      if (request.status === 200) resolve(request.response as UploadedFile);
      else reject(new ApiError(request.status, failureIn(request.response)));
    };
    request.send(file);
  });
}
