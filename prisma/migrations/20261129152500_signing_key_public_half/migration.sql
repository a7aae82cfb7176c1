-- The private half of the key is a file of the host's: no pack has been signed with one that was kept here.
ALTER TABLE "signing_key" DROP COLUMN "sealedKey";

-- CreateIndex
CREATE UNIQUE INDEX "signing_key_publicKey_key" ON "signing_key"("publicKey");
