-- DropIndex
DROP INDEX "update_link_replacedById_key";
