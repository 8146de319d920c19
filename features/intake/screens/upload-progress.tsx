import { Button, Progress } from 'antd';
import { texts } from '../texts.ts';

/** First the file goes out, then the server reads it: that part has no measure. */
export function UploadProgress({ sent, cancel }: { readonly sent: number; readonly cancel: () => void }) {
  const uploading = sent < 1;
  return (
    <div role="status" className="state">
      <p>{uploading ? texts.uploading : texts.checking}</p>
      {uploading ? (
        <>
          <Progress percent={Math.floor(sent * 100)} aria-label={texts.uploading} />
          <Button onClick={cancel}>{texts.cancel}</Button>
        </>
      ) : null}
    </div>
  );
}
