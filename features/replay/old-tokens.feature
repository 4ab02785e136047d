@replay
Feature: Old tokens
  The meter cannot remember every token for ever. It remembers the newest fifty, and whatever is older than all of
  them is old: it might have been used, so it no longer counts.

  Background:
    Given a meter with:
      | name         | value      |
      | manufactured | 2020-01-01 |
    And the meter holds 10.0 kWh

  Rule: Tokens may be typed in another order than they were bought

    Scenario: Yesterday's token after today's
      Given a 25.6 kWh credit token "yesterday" issued at "2024-10-31 10:00"
      And a 5.0 kWh credit token "today" issued at "2024-11-01 07:00"
      When the customer keys in token "today"
      And the customer keys in token "yesterday"
      Then the meter accepts it
      And the meter holds 40.6 kWh

    Scenario: A receipt that lay in a drawer for four years
      Given a 25.6 kWh credit token "found" issued at "2020-11-01 10:00"
      When the customer keys in token "found"
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: A token from before the meter was made is old

    Scenario: A token of the day before the meter was made
      Given a 25.6 kWh credit token "ancient" issued at "2019-12-31 10:00"
      When the customer keys in token "ancient"
      Then the meter refuses it as old
      And the meter holds 10.0 kWh

    Scenario: A token of the day after the meter was made
      Given a 25.6 kWh credit token "early" issued at "2020-01-02 10:00"
      When the customer keys in token "early"
      Then the meter accepts it
      And the meter holds 35.6 kWh

  Rule: Fifty newer tokens make an older one old

    Scenario: Forty-nine newer tokens leave room for it
      Given a 25.6 kWh credit token "drawer" issued at "2024-10-01 10:00"
      When the customer buys and keys in 49 tokens of 1.0 kWh
      And the customer keys in token "drawer"
      Then the meter accepts it
      And the meter holds 84.6 kWh

    Scenario: Fifty newer tokens do not
      Given a 25.6 kWh credit token "drawer" issued at "2024-10-01 10:00"
      When the customer buys and keys in 50 tokens of 1.0 kWh
      And the customer keys in token "drawer"
      Then the meter refuses it as old
      And the meter holds 60.0 kWh

    Scenario: A used token is refused as old when fifty newer ones have followed it
      Given a 25.6 kWh credit token "first"
      When the customer keys in token "first"
      And the customer buys and keys in 50 tokens of 1.0 kWh
      And the customer keys in token "first"
      Then the meter refuses it as old
      And the meter holds 85.6 kWh
