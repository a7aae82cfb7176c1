-- Whether this very review is frozen: a name that a column has too would have meant the column.
CREATE OR REPLACE FUNCTION "is_frozen"(id text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM "review" r WHERE r."id" = $1 AND r."state" = 'FROZEN')
$$;
