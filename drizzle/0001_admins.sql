CREATE TABLE "admin_invite" (
	"id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"name" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "admin_invite_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "admin_token" (
	"id" text PRIMARY KEY NOT NULL,
	"admin" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_used" bigint,
	CONSTRAINT "admin_token_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
ALTER TABLE "admin_token" ADD CONSTRAINT "admin_token_admin_admin_id_fk" FOREIGN KEY ("admin") REFERENCES "public"."admin"("id") ON DELETE no action ON UPDATE no action;