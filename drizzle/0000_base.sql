CREATE TABLE "admin" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"password" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "admin_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "command" (
	"conference" text NOT NULL,
	"id" text NOT NULL,
	"actor" text NOT NULL,
	"type" text NOT NULL,
	"result" jsonb NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "command_conference_id_pk" PRIMARY KEY("conference","id")
);
--> statement-breakpoint
CREATE TABLE "conference" (
	"id" text PRIMARY KEY NOT NULL,
	"template" text,
	"title" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"head" bigint DEFAULT 0 NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	"rehearsal_of" text,
	"token_key" "bytea" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "device" (
	"id" text PRIMARY KEY NOT NULL,
	"conference" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"desk" text,
	"hash" text NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_seen" bigint,
	"connected" boolean DEFAULT false NOT NULL,
	"queued" integer DEFAULT 0 NOT NULL,
	"latency" integer,
	"screen" text,
	CONSTRAINT "device_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "enrolment" (
	"id" text PRIMARY KEY NOT NULL,
	"conference" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"desk" text,
	"hash" text NOT NULL,
	"code" text,
	"kind" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	CONSTRAINT "enrolment_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"conference" text NOT NULL,
	"seq" bigint NOT NULL,
	"epoch" integer NOT NULL,
	"type" text NOT NULL,
	"v" integer NOT NULL,
	"at" bigint NOT NULL,
	"actor" jsonb NOT NULL,
	"command" text NOT NULL,
	"payload" jsonb NOT NULL,
	CONSTRAINT "event_conference_seq_pk" PRIMARY KEY("conference","seq")
);
--> statement-breakpoint
CREATE TABLE "personal" (
	"conference" text NOT NULL,
	"ref" text NOT NULL,
	"payload" jsonb NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "personal_conference_ref_pk" PRIMARY KEY("conference","ref")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"hash" text PRIMARY KEY NOT NULL,
	"admin" text NOT NULL,
	"expires_at" bigint NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshot" (
	"conference" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"epoch" integer NOT NULL,
	"reducer" text NOT NULL,
	"state" jsonb NOT NULL,
	"last_seq_by_type" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_conference_conference_id_fk" FOREIGN KEY ("conference") REFERENCES "public"."conference"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_conference_conference_id_fk" FOREIGN KEY ("conference") REFERENCES "public"."conference"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_conference_conference_id_fk" FOREIGN KEY ("conference") REFERENCES "public"."conference"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_admin_admin_id_fk" FOREIGN KEY ("admin") REFERENCES "public"."admin"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "device_conference" ON "device" USING btree ("conference");--> statement-breakpoint
CREATE INDEX "session_admin" ON "session" USING btree ("admin");