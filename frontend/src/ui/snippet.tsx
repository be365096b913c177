import { Copy } from './copy';
import classes from './snippet.module.css';

/** Commands to paste, with a button that copies them. */
export function Snippet({ code, what }: { code: string; what: string }) {
  return (
    <div className={classes.box}>
      <pre className={classes.code}>
        <code>{code}</code>
      </pre>
      <Copy text={code} what={what} />
    </div>
  );
}
