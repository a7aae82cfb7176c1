import { Button, Group } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import classes from './part-boundary.module.css';

type PartBoundaryProps = {
  part: () => ReactNode;
  /** Called before the part is shown once more. */
  onAgain: () => void;
};
type State = { error: unknown; isHidden: boolean };

/** Fetching a module that is not to be had: what Chromium, Firefox and Safari say, and Vite of a stylesheet. */
const NOT_FETCHED = /dynamically imported module|module script failed|Unable to preload CSS/i;

/** Keeps the page when a part of it cannot be fetched. Any other fault is the page's own, and goes on up. */
export class PartBoundary extends Component<PartBoundaryProps, State> {
  override state: State = { error: null, isHidden: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, isHidden: false };
  }

  override render(): ReactNode {
    const { error, isHidden } = this.state;
    const { part, onAgain } = this.props;
    if (error === null) return part();
    if (!(error instanceof Error && NOT_FETCHED.test(error.message))) throw error;
    if (isHidden) return null;
    return (
      <div role="alert" className={classes.notice}>
        <p className={classes.words}>
          This part of the page could not be fetched. What is typed on the page is kept. Check the connection,
          then try again.
        </p>
        <Group gap="xs">
          <Button
            size="compact-md"
            onClick={() => {
              onAgain();
              this.setState({ error: null });
            }}
          >
            Try again
          </Button>
          <Button size="compact-md" variant="default" onClick={() => this.setState({ isHidden: true })}>
            Close
          </Button>
        </Group>
      </div>
    );
  }
}
