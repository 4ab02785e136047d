@acceptance @profiles
Feature: What Kenya Power tells its customers
  Four words, and what to do when a token is rejected. (Source: how.co.ke, "How to load your pre-paid electricity
  token"; The Kenya Times, "KPLC explains procedure to follow if your tokens are rejected", 2024: items 17 and 18 of
  docs/test-items.md.)

  Background:
    Given a meter with profile "kplc-ciu"
    And the meter holds 10.0 kWh

  Rule: The display says one of four words, and no other

    Scenario: Accept
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the display shows "Accept" within 2 seconds
      And the display does not show "Reject"
      And the meter holds 35.6 kWh

    Scenario: Used
      Given a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter holds 35.6 kWh
      When the customer keys in the token
      Then the display shows "Used" within 2 seconds
      And the display does not show "Accept"
      And the credit is unchanged

    Scenario: Old
      Given a 25.6 kWh credit token issued at "2019-06-01 10:00"
      When the customer keys in the token
      Then the display shows "Old" within 2 seconds
      And the display does not show "Accept"
      And the credit is unchanged

    Scenario: Reject
      Given a 25.6 kWh credit token
      When the customer keys in the token with digit 3 wrong
      Then the display shows "Reject" within 2 seconds
      And the display does not show "Accept"
      And the credit is unchanged

  Rule: A rejected token is tried again after half an hour without mains, once 804 has shown the right number

    Scenario: Off for thirty minutes, 804, and the token again
      Given a 25.6 kWh credit token
      When the customer keys in the token with digit 3 wrong
      Then the meter refuses it
      When the mains fails for 30 minutes
      And the customer presses "804#"
      Then the display shows "00000000000"
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 35.6 kWh
