@rollover
Feature: The end of the 1993 dates
  A token's date is counted in minutes since 1993 and the counter is full on 24 November 2024 at 20:15. A meter that
  was not updated by then sees every new token as thirty-two years old, yet must still be able to take the update.

  Background:
    Given a meter with key revision 1 on base date 1993
    And the meter holds 12.5 kWh

  Rule: Until the last minute a token of the old key is good, after it every one is old

    Scenario: A token of the last minute
      Given a 25.6 kWh credit token "last" issued at "2024-11-24 20:15"
      When the customer keys in token "last"
      Then the meter accepts it
      And the meter holds 38.1 kWh

    Scenario: A token of the minute after
      Given a 25.6 kWh credit token "late" issued at "2024-11-24 20:16"
      When the customer keys in token "late"
      Then the meter refuses it as old
      And the meter holds 12.5 kWh

    Scenario: A token bought in time is good on any later day
      Given a 25.6 kWh credit token "bought in time"
      When the clock reaches "2025-03-01 09:00"
      And the customer keys in token "bought in time"
      Then the meter accepts it
      And the meter holds 38.1 kWh

  Rule: A meter that missed the day can still be updated

    Scenario: The update a month late
      Given the two key change codes to key revision 2 on base date 2014
      And a 40.0 kWh credit token "new" issued at "2024-12-24 08:05" under key revision 2 on base date 2014
      When the clock reaches "2024-12-24 08:00"
      And the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in token "new"
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 52.5 kWh

    Scenario: After the update the end of the 1993 dates means nothing
      Given the two key change codes to key revision 2 on base date 2014
      And a 40.0 kWh credit token "new" issued at "2024-11-24 20:16" under key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      And the clock reaches "2024-11-24 20:16"
      And the customer keys in token "new"
      Then the meter accepts it
      And the meter holds 52.5 kWh
