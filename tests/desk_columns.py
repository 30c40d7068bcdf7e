"""Columns of usual exports of help desks and CRMs, with what a drafted mapping should make of each."""

from __future__ import annotations

# A line: what becomes of the columns, what their values are, and the columns. ``safe`` is left out for any reason.
DESKS = {
    "freshdesk": """
        id number: Ticket ID | text words: Subject | opening category: Source, Type, Priority
        opening time: Created time
        outcome category: Agent | leak category: Status, Resolution status, First response status, Tags, Survey results
        leak number: Agent interactions, Customer interactions, Every response time | outcome category: Group
        outcome time: Resolved time | leak time: Closed time, Last update time | feature category: Subscription plan
        leak clock: First response time (in hrs), Resolution time (in hrs), Initial response time, Time tracked
        safe name: Full name, Email | check category: Association type""",
    "zendesk view": """
        id number: Id | text words: Subject | opening category: Via, Ticket type, Priority
        opening number: Requester id
        opening time: Created at | outcome time: Solved at | leak time: Updated at, Assigned at, Initially assigned at
        leak category: Tags, Status, Satisfaction Score | outcome category: Assignee, Group | feature category: Brand
        leak number: Group stations, Assignee stations, Reopens, Replies, First reply time in minutes
        leak number: First reply time in minutes within business hours, First resolution time in minutes
        leak number: Full resolution time in minutes, Agent wait time in minutes, Requester wait time in minutes
        leak number: On hold time in minutes, Resolution time | safe name: Requester email
        check category: Summation column""",
    "hubspot": """
        id number: Record ID | text words: Deal Name, Deal Description | opening time: Create Date
        outcome time: Close Date | leak time: Last Modified Date, Last Activity Date, Next Activity Date
        leak time: Last Contacted | outcome category: Deal owner
        leak category: Deal Stage, Closed Lost Reason, Forecast category
        leak category: Closed Won Reason, Next step, Time to close SLA status, Time to first response SLA status
        leak number: Number of Sales Activities, Days to close, Number of times contacted, Deal probability
        leak number: Forecast amount, Weighted amount, Time to close, Deal Score, Number of Associated Notes
        check number: Amount, Annual contract value | check category: Pipeline
        feature category: Industry, Currency | opening category: Original Source Type""",
    "salesforce case": """
        id number: Case Number | text words: Subject, Description | opening time: Date/Time Opened
        opening category: Case Origin, Priority, Type | outcome time: Date/Time Closed
        outcome category: Case Owner
        leak category: Status, Closed When Created, Milestone Status, Last Modified By, Owner Role
        leak number: Age (Hours), Business Hours In Status, Number of Comments, Time With Support
        leak flag: Closed, Open, SLA Violated, Stopped Since Closed | outcome flag: Escalated
        opening name: Contact Name | feature category: Customer Tier""",
    "salesforce opportunity": """
        id key: Opportunity ID | text words: Opportunity Name | opening time: Created Date | outcome time: Close Date
        opening category: Lead Source, Type | leak category: Stage, Forecast Category, Loss Reason, Fiscal Period
        outcome category: Opportunity Owner | leak number: Probability (%), Expected Revenue, Push Count, Stage Duration
        leak flag: Won, Has Overdue Task | check number: Amount, Quantity | leak time: Last Activity
        leak time: Last Stage Change Date | leak category: Next Step""",
    "servicenow list": """
        id key: Number | opening category: Caller, Channel, Category, Priority | opening time: Opened
        text words: Short description, Description | outcome category: Assignment group, Assigned to
        outcome time: Resolved | leak category: State, Resolved by, Resolution code, Closed by, Close code
        leak category: Incident state, On hold reason, Updated by | outcome flag: Made SLA | outcome category: Approval
        leak number: Reassignment count, Reopen count, Updates, Business duration, Business resolve time
        leak time: Closed, Updated | safe words: Resolution notes, Work notes | feature category: Location
        check category: Impact, Urgency, Configuration item, Subcategory""",
    "jira": """
        text words: Summary, Description | id key: Issue key | opening category: Issue Type, Priority
        opening time: Created | leak time: Updated, Last Viewed | outcome time: Resolved
        leak category: Status, Resolution, Labels, Fix Version/s, Status Category | outcome category: Assignee
        leak category: Custom field (Time to resolution), Custom field (Time to first response)
        leak category: Outward issue link (Relates)
        leak category: Custom field (Satisfaction rating), Custom field (Sprint current)
        leak number: Time Spent, Σ Time Spent, Work Ratio logged, Votes, Remaining Estimate, Watchers
        feature category: Custom field (Request Type), Project key, Affects Version/s
        check category: Component/s, Reporter""",
    "intercom": """
        id number: Conversation ID | opening time: Conversation started at | leak time: Conversation last closed at
        leak time: First teammate reply at, Last teammate reply at, Snoozed until
        leak number: Time to first reply, Teammate replies, Conversation parts, Handling time, Time to close
        leak number: Replies to close, CX score, Number of reopens, Teammates participated
        leak category: Conversation tags, Conversation rating, State, Conversation rating remark, Last closed by
        leak category: Fin AI resolution state, First assigned team | opening category: Channel
        feature category: Country, Browser | text words: Opening message""",
    "zoho desk": """
        id number: Ticket Id | text words: Subject, Description | opening time: Created Time
        opening category: Channel, Category, Priority, Language | outcome time: Ticket Closed Time
        leak category: Status, Happiness Rating, SLA Violation Type, Response Status
        leak number: Number of Threads replies, Number of Comments, Number of Reopen, Number of Responses
        leak number: Resolution Time in Business Hours, First Response Time in Business Hours, Total Response Time
        leak number: Number of Reassign, Number of Outgoing messages, Total Time Spent | leak flag: Is Overdue
        outcome category: Department, Ticket Owner""",
    "help scout": """
        id number: Conversation number | text words: Subject | opening time: Created | opening category: Type
        leak category: Status, Assigned user owner, Tags, Satisfaction rating | outcome category: Closed by
        leak number: Replies, Resolution time, First response time, Handle time, Waiting since hours, Replies sent
        outcome time: Closed at | leak time: Waiting since | feature category: Mailbox""",
    "znuny, german": """
        id number: Ticketnummer | text words: Betreff, Beschreibung | opening time: Erstellt am
        opening category: Kanal, Priorität, Typ, Kundennummer | outcome time: Geschlossen am | outcome category: Queue
        leak time: Letzte Änderung, Erstantwort am, Letzte Antwort am
        leak category: Status, Besitzer, Lösung, SLA verletzt
        leak category: Verantwortlicher, Lösungscode, Bewertung, Zufriedenheit, Ursache, Schlagworte
        leak category: Reaktion überfällig
        leak number: Wiedereröffnungen, Anzahl Antworten, Bearbeitungszeit, Wartezeit, Erfasste Zeit, Reaktionszeit
        leak number: Anzahl Weiterleitungen, Lösungszeit, Zeiteinheiten | check number: Auftragswert
        check category: Auswirkung | feature category: Standort, Kundensegment, Vertragsart""",
    "glpi, french": """
        id number: Numéro | text words: Titre, Description | opening time: Date d'ouverture
        opening category: Catégorie, Priorité | outcome time: Date de résolution | leak time: Date de clôture
        leak time: Dernière modification, Prochaine action | outcome category: Technicien
        leak category: Statut, Solution, Satisfaction
        leak category: Attribué à, Étiquettes, TTO dépassé, Type de solution
        leak number: Délai de résolution, Délai de prise en compte, Nombre de suivis, Durée totale, Temps passé
        leak number: Nombre de réouvertures, Réponses | feature category: Lieu | check category: Impact
        check number: Montant""",
    "spanish": """
        id number: Número de ticket | text words: Asunto, Descripción | opening time: Fecha de creación
        opening category: Canal, Categoría, Prioridad | outcome time: Fecha de cierre | outcome category: Grupo, Agente
        outcome time: Primera respuesta el | leak time: Última actualización
        leak category: Estado, Solución, Causa, Valoración
        leak category: Etiquetas, Encuesta de satisfacción, SLA incumplido, Próximo paso, Responsable, Etapa
        leak number: Tiempo de resolución, Tiempo de primera respuesta, Número de respuestas, Reaperturas
        leak number: Interacciones del cliente, Probabilidad, Duración, Reasignaciones | feature category: País, Sede
        check number: Importe""",
}  # fmt: skip
