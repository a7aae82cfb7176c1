import { formatDate } from '@gt/contracts/words';
import { countOf } from '@gt/domain/wording';
import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { holderWords } from '../../lib/holder-words.ts';
import type { PostRow, TeamRow } from './queries.ts';
import classes from './teams.module.css';

export type PostDeed = 'handOver' | 'editPost' | 'archivePost' | 'restorePost';
export const postMenuId = (postId: string) => `post-${postId}`;

const sentenceStart = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The holding that is under way: its end may be agreed already. */
function isPresent({ holder }: PostRow, holding: PostRow['holdings'][number]): boolean {
  return holder?.userId === holding.userId && holder.fromDate === holding.fromDate;
}

function Holder({ post }: { post: PostRow }) {
  const { holder } = post;
  const until = post.holdings.find((holding) => isPresent(post, holding))?.toDate;
  const coming = post.holdings.find(
    (holding) => holding.fromDate > (holder?.fromDate ?? '') && !holding.toDate,
  );
  return (
    <>
      <p className={classes.holder}>
        {holder ? (
          <>
            {sentenceStart(holderWords({ title: post.title, holder: holder.name }))}, since{' '}
            {formatDate(holder.fromDate)}
            {until ? `, until ${formatDate(until)}` : ''}
          </>
        ) : (
          <span className={classes.vacant}>Vacant</span>
        )}
      </p>
      {holder?.deactivated ? (
        <p className={classes.holder}>
          <span className={classes.vacant}>This account is deactivated: hand the post over</span>
        </p>
      ) : null}
      {coming && coming.userId !== holder?.userId ? (
        <p className={classes.open}>
          {sentenceStart(holderWords({ title: post.title, holder: coming.name }))} from{' '}
          {formatDate(coming.fromDate)}
        </p>
      ) : null}
    </>
  );
}

function Earlier({ post }: { post: PostRow }) {
  const earlier = post.holdings.filter((holding) => holding.toDate !== null && !isPresent(post, holding));
  if (earlier.length === 0) return null;
  return (
    <details className={classes.earlier}>
      <summary>{countOf(earlier.length, 'earlier holder')}</summary>
      <ul>
        {earlier.map((holding) => (
          <li key={`${holding.userId} ${holding.fromDate}`}>
            {sentenceStart(holderWords({ title: post.title, holder: holding.name }))},{' '}
            {formatDate(holding.fromDate)} to {formatDate(holding.toDate ?? '')}
            {holding.note ? `. ${holding.note}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}

type PostItemProps = {
  team: TeamRow;
  post: PostRow;
  mayEdit: boolean;
  onDeed: (deed: PostDeed, post: PostRow) => void;
};

/** A post: who holds it, since when, who held it before, and what it owns. */
export function PostItem({ team, post, mayEdit, onDeed }: PostItemProps) {
  return (
    <li className={classes.post}>
      <div>
        <span className={classes.title}>{post.title}</span>
        {post.archived ? <p className={classes.open}>Put away</p> : <Holder post={post} />}
        <p className={classes.open}>
          {post.openActions === 0
            ? 'Owns no open action'
            : `Owns ${countOf(post.openActions, 'open action')}`}
        </p>
        <Earlier post={post} />
      </div>
      {mayEdit && !team.archived ? (
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <ActionIcon
              data-opener={postMenuId(post.id)}
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={`What to do with ${post.title}`}
            >
              <IconDots size={18} aria-hidden="true" />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {post.archived ? (
              <Menu.Item onClick={() => onDeed('restorePost', post)}>Bring back</Menu.Item>
            ) : (
              <>
                <Menu.Item onClick={() => onDeed('handOver', post)}>
                  {post.holder ? 'Hand over' : 'Give to somebody'}
                </Menu.Item>
                <Menu.Item onClick={() => onDeed('editPost', post)}>Title and team</Menu.Item>
                <Menu.Item onClick={() => onDeed('archivePost', post)}>Put away</Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  );
}
