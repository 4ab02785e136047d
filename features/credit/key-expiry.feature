@credit
Feature: Keys that expire
  A stolen vending key must become useless. Every key change brings the expiry number of its key. A meter refuses what
  was sold under an expired key, but it still takes a key change to another one.

  Background:
    Given a meter with:
      | name       | value |
      | key expiry | 254   |
    And the meter holds 10.0 kWh

  Rule: What was issued after the key expired is refused, what was issued before is not

    Scenario: A token issued on the last day of the key
      Given a 25.6 kWh credit token "in time" issued at "2024-10-09 10:00"
      When the customer keys in token "in time"
      Then the meter accepts it
      And the meter holds 35.6 kWh

    Scenario: A token issued a day later
      Given a 25.6 kWh credit token "too late" issued at "2024-10-11 10:00"
      When the customer keys in token "too late"
      Then the meter refuses it
      And the meter holds 10.0 kWh

    Scenario: A token of the utility, issued as late
      Given a clear credit token
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 10.0 kWh

  Rule: A key change leads out of an expired key

    Scenario: The two codes on a meter whose key has expired
      Given the two key change codes to key revision 2 on base date 2014
      When the customer keys in code 1
      And the customer keys in code 2
      Then the meter accepts it
      And the key revision is 2
      And the meter holds 10.0 kWh

  Rule: The codes bring the new key's own expiry

    Scenario: The expiry before and after the codes
      Given the two key change codes to a meter with:
        | name         | value |
        | key revision | 2     |
        | key expiry   | 167   |
      And the token for test 17
      When the customer keys in the token
      Then the display shows "254"
      When the customer keys in code 1
      And the customer keys in code 2
      And the customer keys in the token
      Then the display shows "167"
      And the meter holds 10.0 kWh
